/** A service that does nothing but change a row and say so: the journal and the relay as every service has them. */
package id.sigap.bench.ledger;
