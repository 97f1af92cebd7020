import type { ComplexType, Particle } from '../../schema/schema.js';
import { isForeign, type XmlElement } from '../../xml/xml-element.js';
import type { Report } from '../model/rule.js';

const takes = (particle: Particle, child: XmlElement): boolean =>
  particle.types === undefined || particle.types.has(child.name);

/** The alternative that the children are meant to be, by the first one that decides. */
const alternative = (type: ComplexType, element: XmlElement): readonly Particle[] =>
  type.contents.find((particles) =>
    element.children.some((child) =>
      particles.some(
        (particle) => takes(particle, child) && type.contents.some((other) => !other.includes(particle)),
      ),
    ),
  ) ??
  type.contents.find((particles) => particles.every(({ least }) => least === 0)) ??
  type.contents[0] ??
  [];

/**
 * Holds the children of an element against what its type allows, in what order and how often, and says for each child
 * the type that it has there.
 */
export const matchContent = (
  element: XmlElement,
  type: ComplexType,
  report: Report,
): ReadonlyMap<XmlElement, string> => {
  const particles = alternative(type, element);
  const types = new Map<XmlElement, string>();
  const counts = new Map<Particle, number>();
  let place = 0;
  for (const child of element.children) {
    const ahead = particles.findIndex((particle, index) => index >= place && takes(particle, child));
    const at = ahead >= 0 ? ahead : particles.findIndex((particle) => takes(particle, child));
    const particle = particles[at];
    if (!particle) {
      const elsewhere = type.contents.some((option) => option.some((other) => takes(other, child)));
      report(
        elsewhere ? 'BPMN.SCHEMA_CHOICE' : 'BPMN.SCHEMA_CHILD_UNKNOWN',
        isForeign(child) ? element : child,
        {
          child: child.tag,
          parent: element.tag,
        },
      );
      continue;
    }
    const childType = particle.types?.get(child.name);
    if (childType !== undefined) types.set(child, childType);
    if (ahead < 0) {
      report('BPMN.SCHEMA_CHILD_ORDER', child, { child: child.tag, later: particles[place]?.label ?? '' });
    } else place = ahead;
    const count = (counts.get(particle) ?? 0) + 1;
    counts.set(particle, count);
    if (count === particle.most + 1) {
      report('BPMN.SCHEMA_CHILD_TOO_OFTEN', child, { child: child.tag, most: String(particle.most) });
    }
  }
  for (const particle of particles) {
    if ((counts.get(particle) ?? 0) < particle.least) {
      report('BPMN.SCHEMA_CHILD_MISSING', element, {
        child: particle.label,
        least: String(particle.least),
      });
    }
  }
  return types;
};
