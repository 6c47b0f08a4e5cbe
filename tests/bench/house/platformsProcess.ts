/** The yardstick of a start: a process that loads the two platforms the server stands on, and does nothing. */
import 'botbuilder';
import 'restify';

process.send?.({ loaded: true });
process.on('disconnect', () => process.exit());
