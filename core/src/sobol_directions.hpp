#pragma once

// Written by tests/data/make_sobol_directions.py from the numbers "new-joe-kuo-6" of Joe and Kuo
// 2008 (SIAM Journal on Scientific Computing 30(5)), which SciPy ships. Their licence:
//
// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
// All rights reserved.
//
// Redistribution and use in source and binary forms, with or without
// modification, are permitted provided that the following conditions are met:
//
//     * Redistributions of source code must retain the above copyright
//       notice, this list of conditions and the following disclaimer.
//
//     * Redistributions in binary form must reproduce the above copyright
//       notice, this list of conditions and the following disclaimer in the
//       documentation and/or other materials provided with the distribution.
//
//     * Neither the names of the copyright holders nor the names of the
//       University of New South Wales and the University of Waikato
//       and its contributors may be used to endorse or promote products derived
//       from this software without specific prior written permission.
//
// THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY
// EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
// WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
// DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
// DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
// (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
// LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND
// ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
// (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
// SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
// clang-format off

#include <array>
#include <cstdint>

namespace export_potential {

/// The direction numbers of the dimensions 1, 2, ... of the Sobol' sequence: all whose primitive
/// polynomial has a degree s of at most 10. Dimension 0 is the van der Corput sequence and needs
/// none.
///
/// A word holds the odd integers m_1, ..., m_s of its dimension in s (s - 1) / 2 bits and above them
/// the s + 1 coefficients of the polynomial, so that it is 1 + s (s + 1) / 2 bits long. m_k has k
/// binary digits, here with the first as the lowest bit; the last is always 1 and left out, the
/// others start at bit (k - 1) (k - 2) / 2.
inline constexpr std::array<std::uint64_t, 160> kSobolDirections{
    0x3, 0xf, 0x59, 0x68,
    0x4e4, 0x65b, 0x9452, 0xa512,
    0xbe6e, 0xdc02, 0xeea0, 0xf7d3,
    0x218f0d, 0x2da978, 0x308ed9, 0x33a338,
    0x3699b9, 0x39be52, 0x1079f36f, 0x1128f19f,
    0x11ff471c, 0x122b180b, 0x13b5c499, 0x14fe3ed1,
    0x156f166a, 0x1728b223, 0x17e0481e, 0x18374997,
    0x196538cc, 0x1a7b035b, 0x1aa25da7, 0x1ca8ad21,
    0x1dec0752, 0x1e37bc36, 0x1ee33d8e, 0x1fa16e15,
    0x11d5e333f9, 0x12b0df5ffb, 0x12d3ecd2a9, 0x14d218d6e9,
    0x15f682d17e, 0x163e40f8e7, 0x1656705241, 0x16972e2a4a,
    0x1713a6842f, 0x187c5c93a5, 0x18db1be7af, 0x1a90e1fa84,
    0x1c31a75760, 0x1cfc490877, 0x1e7577fed1, 0x1f542b5694,
    0x211f76bd09d3, 0x21b4420d822d, 0x221d541a6450, 0x22d9fcde70d1,
    0x233da2df0aa8, 0x259adce1b8aa, 0x25ffdc05367a, 0x26976232cbf7,
    0x26f94f7df360, 0x2770a31b73da, 0x27d01d5974dc, 0x287493efad68,
    0x29585e4762ae, 0x2a382802b052, 0x2a5b7be0e35e, 0x2afa05305483,
    0x2b7cffec33dc, 0x2bdfcb46fd05, 0x2cf6efd7c824, 0x2d1099e97b72,
    0x2dbafdabac6a, 0x2f53516c3010, 0x2f908c139c3c, 0x313eae62d729,
    0x31518fff5b81, 0x31f19aa5bee3, 0x323523e74022, 0x331f261c1d14,
    0x33b0e625d328, 0x34fe14c7ded5, 0x35b9cb930e8b, 0x3618bc4fb746,
    0x36ba46c5a354, 0x36d473d0d33e, 0x37307b1e30a7, 0x37fe03596679,
    0x385bd1248400, 0x38f8f60e57b9, 0x3b5eb82ada66, 0x3b97587a4525,
    0x3c729b9958b5, 0x3cb721ec0a8c, 0x3cd567a11cff, 0x3d536944ec86,
    0x3d93e1da5a5d, 0x3e3f77f05763, 0x3e9365cd2292, 0x3fb92bc125f5,
    0x8134ef68e92139, 0x8379ec2fff6516, 0x84fa9363fae0b1, 0x85bbcad0f8749c,
    0x8ca1d20844325f, 0x8de95f92985e53, 0x902a3e6a9c7fe2, 0x916541fe90658e,
    0x98a47f39018971, 0x9aff84aed8fa07, 0x9cfcba6dd2bc2a, 0x9e710e80d23c9d,
    0x9feae0bf5f3bb6, 0xa1a065639890c9, 0xa32aac8389f7db, 0xa47916d6af9fe4,
    0xa630d877309d87, 0xa7a8f6b345b170, 0xa86c472dcd4c4a, 0xaae9d02216b5b7,
    0xad771d26309f47, 0xb0ae4ddacef46c, 0xb1f272a9952a95, 0xb2e39c7849efa2,
    0xb432935e8e680b, 0xb8ec985b2e0d37, 0xbcacd4179f9535, 0xbee3f0284be877,
    0xbf632bce6a669c, 0xc2648cee9ec1cc, 0xc2b023b50bb809, 0xc4b2ddb96fe559,
    0xc6e8318353fc66, 0xc8648f8ac9869f, 0xc9e345bc3f1d92, 0xcb71e0be8efef4,
    0xcf3a018fa03b44, 0xcffe9b64c46cfc, 0xd133223bf34b31, 0xd6b0015a426ce5,
    0xd82e6f768088d8, 0xda7ad560b18ef6, 0xdbe6bbe2952343, 0xdfb0bfdd593eb5,
    0xe2f673fc0e61bc, 0xe3abe7b73d7907, 0xe42e99c9245434, 0xe725fc797b811d,
    0xe8f4ba49f04994, 0xe9ac94d3f6c837, 0xeab66d146d9808, 0xeb348fac371f79,
    0xec6eafd7f929fa, 0xefaafc6d2f3655, 0xf1a0062635bc9b, 0xf272f592ca9ae9,
    0xf635075f73e26d, 0xfb7e791517e54e, 0xfe6b6e99fd179e, 0xff3cd338dc4330,
};

} // namespace export_potential
