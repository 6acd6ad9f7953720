import { runAsWorker } from 'synckit';
import { sendRequest } from './send-request.ts';

/** The thread that sends scripts' requests while the scripts, and the whole server with them, wait for the answer. */
runAsWorker(sendRequest);
