// Package group puts articles together that report one event, online.
package group

// Version of the stage: raised when its results change.
const Version = 1
