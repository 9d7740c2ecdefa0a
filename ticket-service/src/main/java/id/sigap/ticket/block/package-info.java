/**
 * From a verified report to an operator asked to block: who is asked, how long it has, what its answer does, and what an officer decides
 * where the directory can't.
 */
package id.sigap.ticket.block;
