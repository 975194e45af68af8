import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest by far. On a fresh clone nobody knows how long a file takes, and the largest would come first: at
 * the end one core would wait for a short file with a long test.
 */
const LONG =
  /\/(properties\/\w+|exchange\/golden|credit\.properties|realism\/\w+|journal\/kill|faces\/market|faces\/cli|feed\/bars|signatures\/hmac|breaking-changes|generated-client|errors\/errors)\.test\.ts$/

/** Vitest's order, but that long files of a project come before its others. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project.name))]
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)
    return projects.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name)
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))]
    })
  }
}
