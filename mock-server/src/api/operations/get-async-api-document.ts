import { asyncapi } from '@openbourse/spec/documents'
import type { Operation } from '../context.ts'
import { keepText } from '../reply.ts'

export const getAsyncApiDocument: Operation<'getAsyncApiDocument'> = () => ({
  status: 200,
  body: keepText(asyncapi),
})
