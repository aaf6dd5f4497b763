/**
 * Domains on which anyone can have an address or a site: being on one proves nothing. Where the public suffix list gives
 * each customer a domain of their own (`nevers.wordpress.com`), the domain above it stands here all the same, because the
 * address of such a site is rarely its customer's.
 */
export const SHARED_DOMAINS: ReadonlySet<string> = new Set(
  // Mail for everyone.
  `gmail.com googlemail.com google.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com
  yahoo.com yahoo.fr ymail.com icloud.com me.com mac.com aol.com aol.fr gmx.com gmx.fr gmx.net mail.com mail.ru
  proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com mailo.com mailo.fr net-c.com netcourrier.com
  ik.me infomaniak.com riseup.net disroot.org posteo.net vivaldi.net fastmail.com hey.com caramail.com caramail.fr
  yandex.com yopmail.com mailinator.com
  wanadoo.fr orange.fr free.fr freesbee.fr sfr.fr neuf.fr cegetel.net club-internet.fr laposte.net numericable.fr
  noos.fr bbox.fr bouyguestelecom.fr aliceadsl.fr alice.fr 9online.fr 9business.fr tele2.fr nordnet.fr nordnet.com
  libertysurf.fr worldonline.fr infonie.fr voila.fr voila.net ifrance.com dbmail.com akeonet.com ozone.net
  mediaserv.net only.fr zeop.re izi.re canl.nc lagoon.nc mail.pf skynet.be bluewin.ch`
    // Sites for everyone.
    .concat(
      ` wordpress.com wordpress.org wixsite.com wix.com e-monsite.com blogspot.com blogspot.fr blogger.com over-blog.com
  over-blog.fr overblog.com canalblog.com eklablog.com eklablog.fr skyrock.com skyblog.com jimdo.com jimdofree.com
  jimdosite.com weebly.com webnode.fr webnode.com squarespace.com webself.net site123.me strikingly.com carrd.co
  sitew.com sitew.fr doomby.com clubeo.com assoconnect.com helloasso.com yapla.com framasite.org frama.site
  frama.io github.io gitlab.io netlify.app vercel.app herokuapp.com pages.dev web.app firebaseapp.com
  business.site godaddysites.com ovh.net ovh.com gandi.net online.net 1and1.fr ionos.fr ionos.space 000webhostapp.com
  free-h.org freehostia.com altervista.org tumblr.com medium.com substack.com notion.site notion.so canva.site
  facebook.com fb.com fb.me instagram.com twitter.com x.com linkedin.com youtube.com youtu.be tiktok.com
  t.me discord.gg discord.com linktr.ee bit.ly goo.gl tinyurl.com framaforms.org framapad.org airtable.com
  eventbrite.fr eventbrite.com meetup.com openstreetmap.org pagesjaunes.fr mappy.com doctolib.fr gogocarto.fr
  communecter.org panoramadeslieux.fr bibli.fr bibenligne.fr reseaubibli.fr c3rb.org service-public.fr sharepoint.com office.com dropbox.com`
    )
    .split(/\s+/)
    .filter((domain) => domain !== '')
)
