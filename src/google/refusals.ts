/**
 * Google words its errors in the language of the account that runs the script. What is the same in all of them is the
 * address of the scope that is missing; beside it stand the words of the languages that this ledger speaks.
 */
export const refusal = /permission|authoriz|googleapis\.com\/auth\/|[权權]限|授[权權]/i;

/** Whether an error of the platform is that something may not be done. */
export const isRefusal = (error: unknown): boolean => refusal.test(String(error));
