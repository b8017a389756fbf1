import { useId } from 'react'

interface Props<T extends string | number> {
  legend: string
  options: readonly T[]
  chosen: T
  name: (option: T) => string
  onChoose: (option: T) => void
}

/** A few choices side by side of which one holds: radio buttons that look like a bar. */
export function Choice<T extends string | number>({ legend, options, chosen, name, onChoose }: Props<T>) {
  const group = useId()
  return (
    <fieldset className="print-choice">
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              className="visually-hidden"
              name={group}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            <span>{name(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
