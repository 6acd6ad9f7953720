import { startEarly } from '../shared/host/start-early.ts';

startEarly('user/panel');
