import type { FullDirectory } from '../routing/index.js';

/** The joint-meeting office (联席会议办公室) that answers for a district: its own, else that of the level above. */
export const jointOfficeOf = (directory: FullDirectory, district: string): string | undefined => {
  for (let place: string | undefined = district; place !== undefined; place = directory.parents.get(place)) {
    const office = directory.offices.find(
      ({ department, district: of }) => department === 'joint-meeting' && of === place,
    );
    if (office) return office.id;
  }
  return undefined;
};

/** Units led from above (垂直管理) are reached through the convenor. */
export const isLedFromAbove = (directory: FullDirectory, officeId: string): boolean => {
  const office = directory.offices.find(({ id }) => id === officeId);
  return office !== undefined && directory.departments.get(office.department)?.verticallyLed === true;
};
