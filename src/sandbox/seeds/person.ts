const FIRST_NAMES = [
  'Amir',
  'Bela',
  'Chiara',
  'Dana',
  'Elif',
  'Femi',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Kofi',
  'Lena',
];
const LAST_NAMES = ['Adler', 'Brandt', 'Costa', 'Duarte', 'Eriksen', 'Fischer', 'Grau', 'Haddad', 'Ivanova', 'Jansen'];

/** How many people have a name of their own; then names repeat, ids do not. */
export const NAMES = FIRST_NAMES.length * LAST_NAMES.length;

/** One of many people of whom nobody needs to know anything but a name, numbered from 0. */
export function person(firstId: bigint, each: number) {
  return {
    id: firstId + BigInt(each),
    firstName: FIRST_NAMES[each % FIRST_NAMES.length] ?? '',
    lastName: LAST_NAMES[Math.floor(each / FIRST_NAMES.length) % LAST_NAMES.length] ?? '',
  };
}
