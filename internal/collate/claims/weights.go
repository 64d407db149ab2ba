package claims

import (
	_ "embed"
	"strconv"
	"strings"
)

// weights.txt holds the weight of each feature, in their order, fitted by logistic
// regression on stories in which one fact was changed.
//
//go:embed weights.txt
var weightsText string

var weights = func() []float64 {
	fields := strings.Fields(weightsText)
	w := make([]float64, size)
	if len(fields) != size {
		return w // a test says so
	}
	for i, f := range fields {
		w[i], _ = strconv.ParseFloat(f, 64)
	}
	return w
}()
