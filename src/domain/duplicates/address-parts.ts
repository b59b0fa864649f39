/** An address taken apart for comparing; a part that is not there is empty. */
export interface AddressParts {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  /** With what stands before it where 省, 市 and 区 are left out: compare the end. */
  readonly road: string;
  /** House number in the road. */
  readonly number: string;
  /** 小区, or a village without a road. */
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

export const NO_ADDRESS: AddressParts = {
  province: '',
  city: '',
  district: '',
  road: '',
  number: '',
  estate: '',
  building: '',
  unit: '',
  room: '',
};
