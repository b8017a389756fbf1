/** Reading and writing scenario files: the same rules wherever a scenario comes from. */
export { readScenario, readScenarioText, toScenarioFile } from '../../server/analysis/scenario-file.ts'
