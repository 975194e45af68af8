/**
 * What the pages do in a browser: open what a link points at, filter the contents, and send a request. The text of
 * {@link runConsole} is served as it is, so that it must stand alone: it uses nothing from outside itself.
 */
export function consoleScript(): string {
  return `(${runConsole.toString()})()\n`
}

function runConsole(): void {
  const openTarget = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
    target?.scrollIntoView()
  }

  const filterContents = (text: string): void => {
    const wanted = text.trim().toLowerCase()
    for (const entry of document.querySelectorAll<HTMLElement>('aside li')) {
      entry.hidden = !(entry.textContent ?? '').toLowerCase().includes(wanted)
    }
    for (const group of document.querySelectorAll<HTMLElement>('aside section')) {
      group.hidden = group.querySelector('li:not([hidden])') === null
    }
  }

  const toRequest = (form: HTMLFormElement): { target: string; init: RequestInit } => {
    const headers: Record<string, string> = {}
    const key = document.querySelector<HTMLInputElement>('#key')?.value.trim() ?? ''
    if (key !== '') headers.authorization = `Bearer ${key}`
    const query = new URLSearchParams()
    let path = form.dataset.path ?? ''
    for (const { name, value, dataset } of form.querySelectorAll<HTMLInputElement>('input')) {
      const text = value.trim()
      if (dataset.in === 'path') path = path.replace(`{${name}}`, encodeURIComponent(text))
      else if (text !== '') {
        for (const each of dataset.list === 'yes' ? text.split(',') : [text]) query.append(name, each.trim())
      }
    }
    const body = form.querySelector('textarea')
    const isForm = body?.dataset.type === 'application/x-www-form-urlencoded'
    if (body !== null) headers['content-type'] = body.dataset.type ?? 'application/json'
    const sent = isForm ? new URLSearchParams(JSON.parse(body?.value ?? '{}')).toString() : body?.value
    const target = query.size > 0 ? `${path}?${query}` : path
    return { target, init: { method: form.dataset.method, headers, body: sent } }
  }

  const readable = (text: string): string => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2)
    } catch {
      return text
    }
  }

  /** An answer that does not end by itself: its beginning, as it comes. */
  const watch = async ({ body }: Response, show: (text: string) => void): Promise<void> => {
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (reader !== undefined && text.length < 20_000) {
      const { done, value } = await reader.read()
      if (done) return
      text += value
      show(text)
    }
    await reader?.cancel()
  }

  const send = async (form: HTMLFormElement): Promise<void> => {
    const output = form.querySelector('output')
    if (output === null) return
    const show = (line: string, text: string): void => {
      const [first, rest] = [document.createElement('p'), document.createElement('pre')]
      first.textContent = line
      rest.textContent = text
      output.replaceChildren(first, rest)
    }
    try {
      const { target, init } = toRequest(form)
      const response = await fetch(target, init)
      const line = `${init.method} ${target} answered ${response.status} ${response.statusText}`
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
        await watch(response, (text) => show(line, text))
      } else show(line, readable(await response.text()))
    } catch (error) {
      show('The request could not be sent', String(error))
    }
  }

  for (const hidden of document.querySelectorAll<HTMLElement>('.console, #filter')) hidden.hidden = false
  for (const form of document.querySelectorAll<HTMLFormElement>('form.console')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void send(form)
    })
  }
  const filter = document.querySelector<HTMLInputElement>('#filter')
  filter?.addEventListener('input', () => filterContents(filter.value))
  const menu = document.querySelector<HTMLInputElement>('#menu')
  document.querySelector('aside nav')?.addEventListener('click', () => {
    if (menu !== null) menu.checked = false
  })
  window.addEventListener('hashchange', openTarget)
  if (location.hash !== '') openTarget()
}
