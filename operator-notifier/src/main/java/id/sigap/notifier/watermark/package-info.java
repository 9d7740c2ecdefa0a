/** Up to when every confirmation received is published: without it a slow relay would look like a silent operator. */
package id.sigap.notifier.watermark;
