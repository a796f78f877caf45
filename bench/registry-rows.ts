import { checkCharacter } from '../engine/registry/identity-number.ts';
import { addDays, parseCivilDate } from '../engine/time/civil-date.ts';

const HEADER = '姓名,性别,出生年月,证件类型,证件号码,手机号,资格名称,级别,专业,管理号,批准日期,签发日期,发证机关,状态';
const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN = [...'一思文雨嘉欣子涵宇轩浩然梓萱俊杰雅静志强建国丽华海燕晓明'];
const QUALIFICATIONS = [
  '建造师,一级,建筑工程',
  '造价工程师,一级,土木建筑工程',
  '执业药师,,药学',
  '社会工作者,中级,',
  '税务师,,',
];
const ISSUER = '示范人事考试中心（样张）';
const CERTIFICATES_PER_HOLDER = 4;
const FIRST_BIRTH = parseCivilDate('1960-01-01');

/**
 * A registry file of `rows` certificates, four to a holder, the same for the same arguments. Every
 * identity number is right; `speciality` puts another one into every row, as a changed file has.
 */
export function registryFile(rows: number, speciality?: string): string {
  const lines = Array.from({ length: rows }, (_, index) => rowOf(index, speciality));
  return `${HEADER}\n${lines.join('\n')}\n`;
}

function rowOf(index: number, speciality: string | undefined): string {
  const holder = Math.floor(index / CERTIFICATES_PER_HOLDER);
  const [name, level, usual] = pick(QUALIFICATIONS, index).split(',');
  const number = `BENCH${String(index).padStart(10, '0')}`;
  return [personOf(holder), name, level, speciality ?? usual, number, '2022-11-20', '2023-02-28', ISSUER, '有效'].join(
    ',',
  );
}

function personOf(holder: number): string {
  if (!FIRST_BIRTH) throw new TypeError('no first day');
  // 15 000 birth dates with up to 999 people each.
  const birth = addDays(FIRST_BIRTH, holder % 15_000);
  const sequence = String(Math.floor(holder / 15_000) + 1).padStart(3, '0');
  const body = `110105${birth.replaceAll('-', '')}${sequence}`;
  const gender = Number(sequence) % 2 === 1 ? '男' : '女';
  const name = pick(FAMILY, holder) + pick(GIVEN, holder * 7) + pick(GIVEN, holder * 3 + 1);
  const phone = `138${String(holder).padStart(8, '0')}`;
  return [name, gender, birth.slice(0, 7), '居民身份证', body + checkCharacter(body), phone].join(',');
}

function pick(values: readonly string[], index: number): string {
  return values[index % values.length] ?? '';
}
