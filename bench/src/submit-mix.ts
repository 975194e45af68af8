/** Who trades what in `exchange.submit`. */
export const ACCOUNTS = 100
export const SYMBOLS = ['AAPL', 'AMZN', 'BRK.B', 'MSFT', 'NVDA', 'TSLA', 'KO', 'XOM'] as const
