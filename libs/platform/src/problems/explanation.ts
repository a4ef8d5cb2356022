/** What a problem's page says: the status it is sent with, its title, and a sentence or two on what to do. */
export interface Explanation {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}
