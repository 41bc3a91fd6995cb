/** The equations of the model in LaTeX, numbered as in docs/model.md. Upright names are spelt as in packs. */

/** A line of mathematics with its number, where it has one. */
export interface Equation {
  readonly number?: string;
  readonly latex: string;
}

const tex = String.raw;

/** The sections of the method that have equations, by name. */
export const kEquations = {
  pool: [
    {
      number: "0",
      latex: tex`M_k = \sum_e \text{establishments}_e \; \text{export\_ready}_e
        \left(\frac{I_k}{I_0}\right)^{\lambda} \left(\frac{1 - t_{d,k}}{1 - t_d}\right)^{\xi}`,
    },
  ],
  registrations: [
    { latex: tex`\text{organic}_{c,s} = \text{share}_{h,i} \; \text{reg}_{h,0} \left(1 + \text{organic\_growth}_h\right)^{c}` },
    {
      latex: tex`\text{programme}_k = \min\left(\text{plan}_k,\; \max\left(0,\; M_k - N^{\circ}_k - \sum_{c<k} \text{programme}_c\right)\right)`,
    },
    { number: "1", latex: tex`R^{\text{with}}_{c,s} = \text{organic}_{c,s} + \text{mix}_s \; \text{programme}_c` },
    { latex: tex`R^{\text{without}}_{c,s} = \text{organic}_{c,s} + \text{mix}_s \; \text{dw} \; \text{programme}_c` },
    {
      latex: tex`\text{plan}_u = \text{newSellers} \; \frac{F(u) - F(u - 1)}{F(U) - F(0)}, \qquad
        F(u) \in \left\{ \frac{u}{U},\; \frac{1}{1 + e^{-8\,(u/U - 1/2)}},\; \frac{1 - e^{-(p+q)\,u}}{1 + (q/p)\, e^{-(p+q)\,u}} \right\}`,
    },
  ],
  active: [
    { number: "2", latex: tex`A_{c,s}(a) = R_{c,s} \; \text{act} \; l_c \; S(a) \left(1 - x_h\right)^{a}` },
    { latex: tex`S(a) = \prod_{b=1}^{a} r(b), \qquad r(b) = \frac{\beta + b - 1}{\alpha + \beta + b - 1}` },
    { latex: tex`l_c = \min\left(1 + \sum_z \text{share}_{z,c} \; \text{takeup}_z \; \text{act\_lift}_z,\; \frac{1}{\text{act}}\right)` },
  ],
  sales: [
    {
      number: "3",
      latex: tex`y_{c,s}(a,k) = m \left(\frac{R_{c,i}}{R_{0,i}}\right)^{-\psi} g(a) \; L_c(a) \; D_{s,k}
        \left(\frac{I_k}{I_0}\right)^{\eta} \left(\frac{N_{i,k}}{N_{i,0}}\right)^{-\kappa}`,
    },
    { latex: tex`g(0) = 0.54\, g_0, \qquad g(a) = 1 - (1 - g_0)\, e^{-a/T} \quad (a \ge 1)` },
    { latex: tex`L_c(a) = 1 + \sum_z \text{share}_{z,c} \; \text{takeup}_z \; \delta_z \; 2^{-a/h}` },
    {
      latex: tex`D_{s,k} = \sum_j w_{sj} \left(1 + \text{growth}_j\right)^{k} \text{open}_{jk} \left(1 + \tau_{jk}\right)^{-\varepsilon}
        e^{-\varepsilon \theta\, \text{days}_k} \; \text{access}_{jk} \left(1 - \text{fee}_{h,k}\, \text{fee\_pass}\right)^{1-\varepsilon}`,
    },
  ],
  earnings: [
    { number: "4", latex: tex`G_{s,k} = \sum_c A_{c,s} \; y_{c,s}` },
    {
      number: "5",
      latex: tex`\Delta G_{s,k} = \left(G^{\text{with}}_{s,k} - G^{\text{without}}_{s,k}\right) \left(1 - \text{disp}_h\right)`,
    },
    { number: "6", latex: tex`\Delta X_k = \sum_s \Delta G_{s,k} \left(1 - w_h\right)` },
  ],
  follows: [
    {
      number: "7",
      latex: tex`\text{foreign exchange} = \rho\, \Delta X, \qquad \text{value added} = v\, \Delta X, \qquad
        \text{jobs} = \text{jobs\_per\_m} \; \frac{\Delta X}{10^6}`,
    },
    { number: "8", latex: tex`\text{fiscal net} = t_x\, \rho\, \Delta X - \text{cost}` },
    {
      latex: tex`\text{cost}_k = \text{programme}_k \left(c_R + \sum_z \text{share}_{z,k} \; \text{takeup}_z \; c_{T,z}\right)
        + \text{cost of measures}_k + \sum_h \text{fee}_{h,k} \; G^{\text{with}}_{h,k}`,
    },
  ],
  interruptions: [
    { number: "9", latex: tex`\text{open}_{jk} = 1 - \text{severity}_j` },
  ],
  luck: [
    {
      number: "10",
      latex: tex`\text{CV}_k = \sqrt{\frac{e^{\sigma^2} - 1}{n_k}}, \qquad
        \text{share}_k = \frac{\mathbb{E}\left[\left(\text{CV}_k\, \Delta X_k\right)^2\right]}{\text{Var}\left[\Delta X_k\right] + \mathbb{E}\left[\left(\text{CV}_k\, \Delta X_k\right)^2\right]}`,
    },
  ],
  domestic: [
    { latex: tex`\text{taxed}_k = V_{\text{inb},k} \; \text{above}_k, \qquad \text{kept}_k = \text{taxed}_k \left(1 + t_{g,k}\right)^{-\varepsilon_{\text{in}}}` },
    { latex: tex`\text{courier tax}_k = t_{g,k} \; \text{kept}_k, \qquad \text{retail tax}_k = t_{d,k} \; \text{domestic sales}_k \; \text{compliance}` },
  ],
  uncertainty: [
    { latex: tex`x = Q(u), \qquad u' = \Phi\left(L\, \Phi^{-1}(u)\right), \qquad L L^{\mathsf{T}} = R, \qquad R = 2 \sin\left(\frac{\pi \rho}{6}\right)` },
  ],
} as const satisfies Readonly<Record<string, readonly Equation[]>>;
