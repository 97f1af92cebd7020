import { cloneTestDatabase, startProduct } from '@lianban/testing';

describe('the product as processes in the hands of a test', () => {
  it('answers on a database of its own, and again after api and worker were killed', async () => {
    const database = await cloneTestDatabase();
    const product = await startProduct({ database });
    try {
      const before = [product.api.pid, product.worker.pid];
      await Promise.all([product.api.kill(), product.worker.kill()]);
      await expect(fetch(`${product.url}/health/ready`)).rejects.toThrow('fetch failed');
      await Promise.all([product.api.start(), product.worker.start()]);
      expect([product.api.pid, product.worker.pid]).not.toEqual(before);
      expect(await (await fetch(`${product.url}/health/ready`)).json()).toMatchObject({
        status: 'ready',
        redis: 'up',
        temporal: 'up',
      });
    } finally {
      await product.stop();
      await database.drop();
    }
  }, 60_000);
});
