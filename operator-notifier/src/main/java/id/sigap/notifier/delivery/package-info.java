/** Bringing a request to its operator, by each channel on its own: the aggregate {@link id.sigap.notifier.delivery.Delivery} and its workers. */
package id.sigap.notifier.delivery;
