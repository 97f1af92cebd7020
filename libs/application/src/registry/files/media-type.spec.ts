import { preparedScan } from '../../demo/prepared-materials.js';
import { mediaTypeOf } from './media-type.js';

describe('the type of an upload', () => {
  it.each([
    ['application/pdf', preparedScan('备案书')],
    ['image/png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
  ])('is %s by its first bytes', (type, bytes) => {
    expect(mediaTypeOf(bytes)).toBe(type);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a beginning', Buffer.from('%PD')],
    ['a page', Buffer.from('<html><script>%PDF-</script>')],
    ['a zip', Buffer.from('504b0304', 'hex')],
    ['a PNG cut short', Buffer.from('89504e47', 'hex')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('is none of ours for %s', (_what, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined();
  });
});
