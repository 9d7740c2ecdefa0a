/**
 * The journal as a table: its entries, the chain that holds them together, and how to read them. Plain Java over JDBC, so that the
 * service that writes a journal and the tool that checks it mean the same thing.
 */
package id.sigap.journal;
