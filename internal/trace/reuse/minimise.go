package reuse

import "math"

// minimise finds the x of n values at which a smooth function is least, starting
// from zero. The function returns its value at x and sets slope to its gradient.
//
// The method is L-BFGS (Liu and Nocedal 1989) with a line search that halves the
// step until the function falls enough.
func minimise(n int, function func(x, slope []float64) float64) []float64 {
	const (
		rounds   = 300
		memory   = 10
		flat     = 1e-7 // a gradient this short ends the search
		halvings = 40
	)
	x, slope := make([]float64, n), make([]float64, n)
	value := function(x, slope)
	var past []secant
	for range rounds {
		if norm(slope) < flat {
			break
		}
		way := descend(slope, past)
		falls := dot(way, slope)
		step := 1.0
		if len(past) == 0 {
			step = 1 / math.Max(1, norm(slope))
		}
		next, nextSlope := make([]float64, n), make([]float64, n)
		var nextValue float64
		found := false
		for range halvings {
			for i := range x {
				next[i] = x[i] + step*way[i]
			}
			if nextValue = function(next, nextSlope); nextValue <= value+1e-4*step*falls {
				found = true
				break
			}
			step /= 2
		}
		if !found {
			break
		}
		s := secant{make([]float64, n), make([]float64, n)}
		for i := range x {
			s.moved[i], s.bent[i] = next[i]-x[i], nextSlope[i]-slope[i]
		}
		if dot(s.moved, s.bent) > 1e-12 {
			past = append(past, s)
			past = past[max(0, len(past)-memory):]
		}
		x, slope, value = next, nextSlope, nextValue
	}
	return x
}

// A secant is a step that was made, and what it changed in the gradient.
type secant struct{ moved, bent []float64 }

// descend is the way down from a place with the given gradient, as far as the
// last steps tell how the function bends.
func descend(slope []float64, past []secant) []float64 {
	way := make([]float64, len(slope))
	for i, g := range slope {
		way[i] = -g
	}
	part := make([]float64, len(past))
	for k := len(past) - 1; k >= 0; k-- {
		p := past[k]
		part[k] = dot(p.moved, way) / dot(p.moved, p.bent)
		add(way, -part[k], p.bent)
	}
	if k := len(past) - 1; k >= 0 {
		scale := dot(past[k].moved, past[k].bent) / dot(past[k].bent, past[k].bent)
		for i := range way {
			way[i] *= scale
		}
	}
	for k, p := range past {
		add(way, part[k]-dot(p.bent, way)/dot(p.moved, p.bent), p.moved)
	}
	return way
}

func dot(a, b []float64) (sum float64) {
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }

// add adds factor times b to a.
func add(a []float64, factor float64, b []float64) {
	for i, x := range b {
		a[i] += factor * x
	}
}
