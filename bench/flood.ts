// Asks the page for codes that don't exist, as fast as it answers, until it is killed: `flood.ts URL CONNECTIONS`.
import { Agent, request } from 'node:http';
import { newVerificationCode } from '../engine/ids.ts';
import { systemRandom } from '../service/system.ts';

const [url = '', connections = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
let answered = 0;
for (let index = 0; index < Number(connections); index += 1) askOn();
process.on('message', () => process.send?.(answered));

function askOn(): void {
  const asked = request(`${url}/v/${newVerificationCode(systemRandom)}`, { agent }, (answer) => {
    answer.resume().once('end', () => {
      answered += 1;
      askOn();
    });
  });
  asked.once('error', askOn).end();
}
