/** How far consumer groups are behind. Kafka's own figure counts offsets; not every offset is a record that somebody waits for. */
package id.sigap.lag;
