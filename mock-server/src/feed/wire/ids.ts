/** Numbers of the core as the opaque ids of the contract. */

export const orderId = (orderNumber: number): string => `ord_${orderNumber}`
export const fillId = (fillNumber: number): string => `fil_${fillNumber}`
export const tradeId = (tradeNumber: number): string => `trd_${tradeNumber}`
export const corporateActionId = (actionNumber: number): string => `cor_${actionNumber}`
export const activityId = (activityNumber: number): string => `act_${activityNumber}`
