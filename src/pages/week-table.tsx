import type { SaidWeek } from '../domain/opening/say-week.ts'

type Props = {
  readonly week: SaidWeek
  /** What a day is called; as the week says it, unless told. */
  readonly named?: (day: string) => string
}

export const WeekTable = ({ week, named = (day) => day }: Props) => (
  <table>
    <tbody>
      {week.days.map(({ date, day, hours, holiday, exception }) => (
        <tr key={date} class={exception ? 'exception' : undefined}>
          <th scope="row">{named(day)}</th>
          <td>
            {hours}
            {holiday && ` (${holiday})`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
