/**
 * Which operator answers for a number: prefixes, brands and operators of record with the days from which they hold. Reference data, read
 * from two CSV files at start; a suggestion that an officer may override. A library, because the help desk shows what the ticket will do.
 */
package id.sigap.directory;
