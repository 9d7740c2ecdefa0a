/**
 * Mends what a service can't mend by itself. The service's own tables are the interface: each repair is a few statements in one
 * transaction, so it works while the service is down, and a running one notices by itself within about a second.
 */
package id.sigap.repair;
