package claims

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// weights.txt holds the weight of each feature, one a line, as cmd/train/differences
// writes it. It holds no words but the features' names.
//
//go:embed weights.txt
var weightsText string

var weights = readWeights(weightsText)

// featureNames are the features' names, in their order.
var featureNames = func() []string {
	names := append([]string{}, commonNames...)
	for _, g := range groups {
		for _, f := range perGroup {
			names = append(names, g+" "+commonNames[f])
		}
	}
	return names
}()

// readWeights returns the weights in the order of the features. A feature that the
// text doesn't name weighs nothing.
func readWeights(text string) []float64 {
	of := map[string]float64{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		at := strings.LastIndexByte(line, ' ')
		if at < 0 {
			continue
		}
		if w, err := strconv.ParseFloat(line[at+1:], 64); err == nil {
			of[line[:at]] = w
		}
	}
	w := make([]float64, len(featureNames))
	for i, name := range featureNames {
		w[i] = of[name]
	}
	return w
}

// writeWeights is the text that readWeights reads.
func writeWeights(w []float64) string {
	var b strings.Builder
	for i, name := range featureNames {
		fmt.Fprintf(&b, "%s %.3f\n", name, w[i])
	}
	return b.String()
}
