import { startEarly } from '../shared/host/start-early.ts';

startEarly('issue/panel');
