/** What must be right before a service starts in production: what a deployer alone can say, what its database lets it do, Kafka seen once. */
package id.sigap.service.start;
