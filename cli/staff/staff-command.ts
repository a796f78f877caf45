import { type Command, UsageFault } from '../command.ts';
import { inviteToStaff } from './invite-to-staff.ts';
import { listStaff } from './list-staff.ts';

/** `staff invite --role ROLE` and `staff list`. */
export const staffCommand: Command = (argv, io) => {
  const [name, ...rest] = argv;
  if (name === 'invite') return inviteToStaff(rest, io);
  if (name === 'list') return listStaff(rest, io);
  throw new UsageFault('staff needs invite or list.');
};
