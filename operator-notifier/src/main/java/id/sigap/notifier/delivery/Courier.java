package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.DeliveryChannel;

/** A way to operators. */
interface Courier {

    DeliveryChannel channel();

    /** How many parcels of one lane may be under way. */
    int atOnce();

    /** Brings one parcel and waits for the other side's word, with a time-out of its own; called by many threads. */
    Outcome bring(Parcel parcel) throws InterruptedException;
}
