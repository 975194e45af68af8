import { openapi } from '@openbourse/spec/documents'
import type { Operation } from '../context.ts'
import { keepText } from '../reply.ts'

export const getOpenApiDocument: Operation<'getOpenApiDocument'> = () => ({
  status: 200,
  body: keepText(openapi),
})
