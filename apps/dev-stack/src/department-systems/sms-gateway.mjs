/** A gateway for text messages: takes each id once, and says later that it was delivered, as often as it is asked. */
export class SmsGateway {
  /** @type {Map<string, {id: string, to: string, text: string}>} */
  #taken = new Map();

  /** @param {Record<string, unknown>} message */
  take({ id, to, text }) {
    if (!this.#taken.has(String(id)))
      this.#taken.set(String(id), { id: String(id), to: String(to), text: String(text) });
    return { receipt: `SMS-${String(id)}` };
  }

  /** A number that ends in 0000 belongs to nobody. Each receipt comes twice, as gateways do. @param {Record<string, unknown>} wanted */
  receipts({ ids }) {
    const receipts = (Array.isArray(ids) ? ids : []).flatMap((id) => {
      const message = this.#taken.get(String(id));
      const delivery = message?.to.endsWith('0000') ? 'undelivered' : 'delivered';
      return message ? [{ id: message.id, delivery }] : [];
    });
    return { receipts: [...receipts, ...receipts] };
  }

  messages() {
    return [...this.#taken.values()];
  }
}
