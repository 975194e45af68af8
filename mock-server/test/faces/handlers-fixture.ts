import { HttpResponse, http } from 'msw'

export const handlers = [http.get('*/v1/time', () => HttpResponse.json({ world: 'mine' }))]
