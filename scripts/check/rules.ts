/**
 * Every rule the data keeps, in the order in which problems are best mended.
 */
import type { Rule } from './atlas.ts'
import { asManyAsTheProgrammeNames, fivePillars } from './counts.ts'
import { idsAreTheSameInBothPlaces, idsAreUnique } from './ids.ts'
import {
  areasAddUp,
  everyCommuneIsInOneDistrictAndOneUnit,
  everyCommuneMeetsAnother,
  noCommuneIsCrowdedBeyondBelief,
  partsFillTheProvince,
  peopleAddUpToTheCensus,
  peopleOfCommunesAddUpToTheirDistrict,
} from './mesh.ts'
import {
  everyClauseExists,
  everyOriginIsKnown,
  everyUncertaintyIsBelievable,
  noStatedAreaIsUnverified,
  placedFeaturesHaveBasisAndUncertainty,
  statedAreaHasAnOrigin,
  unverifiedStatementsHaveLowConfidence,
} from './provenance.ts'
import {
  everyCommuneOfAUnitExists,
  everyDisagreementIsAboutAFeature,
  everyExtentNamesKnownUnits,
  everyLabelPointNamesAFeature,
  everyPillarExists,
  everyRoadOfACorridorExists,
  everyTermOfAParkIsKnown,
} from './references.ts'
import {
  linesHaveLength,
  positionsAreNotFinerThanACentimetre,
  positionsLieInTheNeighbourhood,
  ringsAreClosed,
  ringsDoNotCross,
  ringsFollowTheRightHandRule,
} from './shapes.ts'
import { everyFeatureIsGeoJson, everyGeometryIsOfItsCollection, everyPropertyFitsItsSchema } from './structure.ts'
import { everyTextIsNfc } from './text.ts'

export const rules: Rule[] = [
  everyFeatureIsGeoJson,
  everyGeometryIsOfItsCollection,
  everyPropertyFitsItsSchema,
  idsAreTheSameInBothPlaces,
  idsAreUnique,
  ringsAreClosed,
  ringsFollowTheRightHandRule,
  ringsDoNotCross,
  linesHaveLength,
  positionsLieInTheNeighbourhood,
  positionsAreNotFinerThanACentimetre,
  everyTextIsNfc,
  placedFeaturesHaveBasisAndUncertainty,
  everyUncertaintyIsBelievable,
  everyOriginIsKnown,
  everyClauseExists,
  statedAreaHasAnOrigin,
  noStatedAreaIsUnverified,
  unverifiedStatementsHaveLowConfidence,
  asManyAsTheProgrammeNames,
  fivePillars,
  everyPillarExists,
  everyTermOfAParkIsKnown,
  everyRoadOfACorridorExists,
  everyCommuneOfAUnitExists,
  everyExtentNamesKnownUnits,
  everyLabelPointNamesAFeature,
  everyDisagreementIsAboutAFeature,
  everyCommuneIsInOneDistrictAndOneUnit,
  everyCommuneMeetsAnother,
  noCommuneIsCrowdedBeyondBelief,
  partsFillTheProvince,
  areasAddUp,
  peopleAddUpToTheCensus,
  peopleOfCommunesAddUpToTheirDistrict,
]
