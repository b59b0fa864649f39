/** An entry of the change log about one record. */
export interface RecordLogLine {
  /** `yyyy-MM-dd HH:mm:ss` in the workbook's zone */
  when: string;
  who: string;
  kind: string;
  /** empty where the entry is about the whole record */
  field: string;
  from: string;
  to: string;
}
