import { Fragment } from 'preact'
import type { WeekInWords } from '../../domain/opening/say-week.ts'

type Props = {
  readonly week: WeekInWords
  /** Renames a day; by default, the table shows the name that the week contains. */
  readonly named?: (day: string) => string
  /** The day to mark as the current one, as `YYYY-MM-DD`, if any. */
  readonly today?: string | undefined
}

/**
 * The opening hours of a week as a table. Lines may break between a weekday and its date, and between two openings,
 * but never within an opening.
 */
export const WeekTable = ({ week, named = (day) => day, today }: Props) => (
  <table class="week">
    <tbody>
      {week.days.map(({ date, day, hours, holiday, exception }) => (
        <tr
          key={date}
          class={exception ? 'exception' : undefined}
          aria-current={date === today ? 'date' : undefined}
        >
          <th scope="row">
            <Day said={named(day)} />
          </th>
          <td>
            {hours.split(/(?<=,) /).map((span, index) => (
              <Fragment key={span}>
                {index > 0 && ' '}
                <span>{span}</span>
              </Fragment>
            ))}
            {holiday && ` (${holiday})`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** `lundi 30 novembre`; narrow screens show the month only to screen readers, so that each day takes one line. */
function Day({ said }: { readonly said: string }) {
  const [weekday = '', date, ...month] = said.split(' ')
  return (
    <>
      <span>{weekday}</span>
      {date !== undefined && (
        <>
          {' '}
          <span class="date">
            {date}
            {month.length > 0 && <span class="month"> {month.join(' ')}</span>}
          </span>
        </>
      )}
    </>
  )
}
