import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

export class TextRotationObject extends ServiceObject {
  readonly type = 'TextRotation';
  /** anticlockwise, -90 to 90 */
  readonly degrees: number;
  /** letters stand one below another */
  readonly stacked: boolean;

  constructor(degrees: number, stacked: boolean) {
    super();
    this.degrees = degrees;
    this.stacked = stacked;
  }
}

export const textRotationMethods: Methods<TextRotationObject> = {
  getDegrees: ['', (_, { degrees }) => degrees],
  isVertical: ['', (_, { stacked }) => stacked],
};
