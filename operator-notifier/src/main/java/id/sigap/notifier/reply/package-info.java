/** Operators' answers, by REST and by their topics, into the same aggregate by the same rules. */
package id.sigap.notifier.reply;
