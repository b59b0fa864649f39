import type { Form, FormField } from '../src/domain/api.ts';

/** The tab that customer references point to, and whose form looks for duplicates. */
const customersTab = 'customers';

export const addsCustomer = (form: Form): boolean => form.tab === customersTab;

export const refersToCustomer = (field: FormField): boolean => field.kind === 'reference' && field.reference === customersTab;
