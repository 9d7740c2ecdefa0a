package id.sigap.events.confirmation;

import id.sigap.events.Event;

/** What was brought to the operators and what they answered. Topic {@code sigap.confirmations}. */
public sealed interface ConfirmationEvent extends Event
        permits RequestDelivered,
                DeliveryFailed,
                RequestAcknowledged,
                BlockConfirmed,
                BlockDeclined,
                UnblockConfirmed,
                ReferenceGiven,
                LateBlockReported,
                ConfirmationsPublished {}
