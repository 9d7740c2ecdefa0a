package id.sigap.events.confirmation;

/** How a request reaches an operator. */
public enum DeliveryChannel {
    KAFKA,
    EMAIL
}
