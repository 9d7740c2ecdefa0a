package id.sigap.notifier.delivery;

/** How far a delivery has come. The diagram is in {@link Delivery}. */
public enum DeliveryState {
    /** Not tried to the end yet. */
    PENDING,
    /** Tried in vain, will be tried again. */
    RETRYING,
    /** The broker or the mail server took it. */
    DELIVERED,
    /** Given up: somebody must look at it. */
    FAILED,
    /** Nobody needs it any more: the request was answered or withdrawn before this channel had brought it. */
    CANCELLED;

    boolean isOpen() {
        return this == PENDING || this == RETRYING;
    }
}
