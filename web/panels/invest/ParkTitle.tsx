import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { parkName } from './park-name.ts'

interface Props {
  properties: { name_vi: string | null; name_en: string | null }
}

/** A park's name where the investor's words have not been fetched yet. */
export default function ParkTitle({ properties }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { name_vi, name_en } = properties
  return <>{parkName({ name_vi: name_vi ?? '', name_en: name_en ?? name_vi ?? '' }, state.language, t)}</>
}
